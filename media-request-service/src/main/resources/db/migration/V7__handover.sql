-- What was approved and has to be handed to whatever gets films: written in the transaction that approves it, gone in the one that notes
-- that it was taken.
create table handover (
    request  uuid        primary key references request on delete cascade,
    due      timestamptz not null,
    attempts integer     not null default 0
);

create index handover_due on handover (due);
