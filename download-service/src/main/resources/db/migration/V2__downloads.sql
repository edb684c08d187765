-- Downloads as jobs. What may follow what is said by JobState; here stands what must hold in any state.
create table job (
    id               uuid             primary key,
    owner            uuid             not null,
    username         text             not null,
    url              text             not null,
    quality          text             not null,
    probe_id         uuid,
    state            text             not null
        check (state in ('QUEUED', 'PROBING', 'DOWNLOADING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED')),

    title            text,
    uploader         text,
    duration_seconds double precision,
    has_thumbnail    boolean          not null default false,

    -- The hand-out: attempt is the fence, the lease is who holds it until when.
    attempt          integer          not null default 0,
    failures         integer          not null default 0,
    crashes          integer          not null default 0,
    partial_of       integer,
    not_before       timestamptz      not null,
    worker           text,
    lease_until      timestamptz,

    percent          double precision,
    downloaded_bytes bigint,
    total_bytes      bigint,
    bytes_per_second bigint,
    eta_seconds      bigint,

    failure_code      text,
    failure_message   text,
    failure_retryable boolean,

    -- Relative to the library. Written before the file is moved there, so that a successor finds it.
    file_path        text,
    file_bytes       bigint,
    file_seconds     double precision,

    created_at       timestamptz      not null,
    updated_at       timestamptz      not null,
    finished_at      timestamptz,
    version          bigint           not null default 0,

    constraint running_means_leased
        check ((state in ('PROBING', 'DOWNLOADING', 'PROCESSING')) = (lease_until is not null and worker is not null)),
    constraint ended_means_finished
        check ((state in ('COMPLETED', 'FAILED', 'CANCELLED')) = (finished_at is not null)),
    constraint completed_means_filed
        check (state <> 'COMPLETED' or (file_path is not null and file_bytes is not null)),
    constraint failed_means_explained
        check (state <> 'FAILED' or (failure_code is not null and failure_message is not null))
);

-- A person's list.
create index job_of_owner on job (owner, id desc);
-- The hand-out: who waits, and who has how many running.
create index job_waiting on job (id) where state = 'QUEUED';
create index job_running on job (owner) where state in ('PROBING', 'DOWNLOADING', 'PROCESSING');
create index job_leased on job (lease_until) where lease_until is not null;

-- A request that is sent twice is done once.
create table idempotency_key (
    owner      uuid        not null,
    key        text        not null,
    request    text        not null,
    job        uuid        not null,
    created_at timestamptz not null default now(),
    primary key (owner, key)
);

create index idempotency_key_age on idempotency_key (created_at);

-- Files without a row: noted in the transaction that made them so, removed afterwards.
create table discarded_file (
    path         text        primary key,
    discarded_at timestamptz not null default now()
);

-- What was learned of a link before anybody asked for it. What yt-dlp wrote of it lies in staging.
create table probe (
    id               uuid             primary key,
    owner            uuid             not null,
    url              text             not null,
    title            text             not null,
    uploader         text,
    duration_seconds double precision,
    extractor        text             not null,
    has_thumbnail    boolean          not null,
    created_at       timestamptz      not null
);

create index probe_age on probe (created_at);
