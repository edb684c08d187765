-- What the test's handler did, in its order.
create table ledger (
    position bigint generated always as identity primary key,
    user_id  uuid not null,
    name     text not null,
    trace    text not null
);
