-- The request that asked for it: what workers do and say later belongs to its trace. Jobs of before have none.
alter table job add column traceparent text;
