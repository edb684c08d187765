-- What this service knows of people: its own small copy, fed by events of auth-service.
create table person (
    id          uuid        primary key,
    username    text        not null,
    permissions text[]      not null,
    updated_at  timestamptz not null default now()
);
