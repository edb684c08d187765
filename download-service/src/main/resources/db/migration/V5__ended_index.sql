-- What has ended so long ago that the house keeps it no longer?
create index job_ended on job (finished_at) where finished_at is not null;
