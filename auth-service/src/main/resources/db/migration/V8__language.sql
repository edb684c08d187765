-- In whose words mails and pushes speak to somebody. Who has not said is spoken to in English.
alter table notification_preference add column language text not null default 'EN';
