-- When a scan has last got a page: one that fails again and again stands still, however often it is tried.
alter table library_scan add column read_at timestamptz not null default now();
