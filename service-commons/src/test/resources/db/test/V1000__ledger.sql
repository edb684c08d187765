-- What the test's handler did, in its order.
create table ledger (
    position bigint generated always as identity primary key,
    user_id  uuid not null,
    name     text not null,
    trace    text not null
);

-- Which streams the test's service has asked for.
create table asked (
    position bigint generated always as identity primary key,
    stream   text not null
);
