-- Events that a consumer could not take, and was led past; tried again until it can.
create table undelivered (
    consumer text not null references consumer (name),
    seq      bigint not null references event (seq),
    primary key (consumer, seq)
);
