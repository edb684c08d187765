-- What this house is known by at the push services of browsers: made once. The private part is sealed with the key file.
create table push_key (
    only_row    boolean primary key default true check (only_row),
    private_key text    not null,
    public_key  text    not null
);

-- The browsers of people that want to be told. One belongs to whoever subscribed with it last. Ids are in the order of time.
create table push_subscription (
    id        uuid primary key,
    person_id uuid not null references app_user (id) on delete cascade,
    endpoint  text not null unique,
    p256dh    text not null,
    auth      text not null
);

create index push_subscription_of_person on push_subscription (person_id, id);

-- The one browser that a push message goes to. What is on its way there goes with the subscription.
alter table notification_delivery add column subscription_id uuid references push_subscription (id) on delete cascade;

create index notification_delivery_of_subscription on notification_delivery (subscription_id);
