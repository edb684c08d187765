-- The systems that an admin has connected MediaNest with.
create table integration (
    kind                text        primary key,
    url                 text        not null,
    -- sealed by SecretBox, for this row only
    secret              text        not null,
    options             jsonb       not null default '{}',
    name                text,
    machine_identifier  text,
    -- SHA-256 of what the system proves itself with when it calls us
    webhook_secret_hash text,
    updated_at          timestamptz not null default now()
);
