-- What the vault locked. By this type the product finds it all when a new key is put in front.
create domain locked as bytea;
alter table person_contact alter column phone type locked;
alter table topic_caller alter column contact type locked;
alter table partner alter column contact type locked;
alter table partner_application alter column contact type locked;
alter table partner_import alter column file type locked, alter column draft type locked;
alter table partner_import_row alter column detail type locked;
alter table join_link alter column phone type locked;
alter table delivery_settings alter column email type locked;
