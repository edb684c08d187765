-- The people of the house. A name is stored in lower case, so two spellings are one person.
create table app_user (
    id            uuid        primary key,
    username      text        not null unique,
    password_hash text,
    permissions   text[]      not null,
    created_at    timestamptz not null,
    version       integer     not null default 0
);

-- There is one first admin. Two strangers who set up at the same moment meet here.
create table setup (
    only_row     boolean     primary key default true check (only_row),
    completed_at timestamptz not null,
    completed_by uuid        not null references app_user (id)
);

-- The keys that sign tokens. The private part is sealed with the key file and bound to its row.
create table signing_key (
    id          text        primary key,
    private_key text        not null,
    public_key  text        not null,
    created_at  timestamptz not null
);
