-- What this station has still to say: so many numbered events of each subject.
create table plan (
    subject uuid    primary key,
    said    integer not null default 0,
    total   integer not null
);

-- What its handlers did, in their order. No key but its own: an effect that happened twice must be seen.
create table effect (
    position bigint generated always as identity primary key,
    stream   text    not null,
    subject  uuid    not null,
    number   integer not null
);

-- What goes wrong in its handlers. Written from outside, which also ends it.
create table trouble (
    kind   text not null,
    stream text not null
);
