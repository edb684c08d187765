-- Which of these files does a row name? Asked of every file of the library when it is compared with the rows.
create index job_file_path on job (file_path) where file_path is not null;
