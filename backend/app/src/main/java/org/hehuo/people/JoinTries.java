package org.hehuo.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/** Counts the numbers given for a link, beside the refusal that undoes all else. */
@ApplicationScoped
class JoinTries {
    final Jdbi jdbi;

    JoinTries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean isOneMore(byte[] secret, int most) {
        int counted = jdbi.withHandle(
                h -> h.createUpdate("update join_link set tries = tries + 1 where secret = :secret and tries < :most")
                        .bind("secret", secret)
                        .bind("most", most)
                        .execute());
        return counted == 1;
    }
}
