package org.hehuo.kernel.sql;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;

/** SQL through JDBI on Quarkus' pool; a handle opened inside a transaction shares that transaction's connection. */
@ApplicationScoped
class Database {

    @Produces
    @Singleton
    @Unremovable
    Jdbi jdbi(AgroalDataSource pool) {
        var jdbi = Jdbi.create(() -> patient(pool.getConnection())).installPlugin(new PostgresPlugin());
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.registerArgument(new EnumsAsWords());
        // Statements are written out; nothing is filled into them.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        // What was bound is what people wrote: it is not for the log.
        jdbi.configure(StatementExceptions.class, e -> e.setMessageRendering(MessageRendering.NONE));
        return jdbi;
    }

    /** A server that was frozen, or lost with its machine, says nothing: only the socket can tell that it is too late. */
    private static Connection patient(Connection connection) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(Patience.now().toMillis()));
        return connection;
    }

    /** An enum is stored as it is spelled in the API: {@code in_progress}. */
    private static final class EnumsAsWords extends AbstractArgumentFactory<Enum<?>> {
        EnumsAsWords() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Enum<?> value, ConfigRegistry config) {
            String word = Columns.word(value);
            return (position, statement, ctx) -> statement.setString(position, word);
        }
    }
}
