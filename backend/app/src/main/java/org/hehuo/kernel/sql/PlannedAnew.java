package org.hehuo.kernel.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * For a statement whose best plan depends on the values: it is planned each time. Else a connection on which the district has
 * asked for all of it may settle on one plan for everybody, which reads the whole table for a community's few.
 */
public final class PlannedAnew implements StatementCustomizer {
    public static final PlannedAnew EACH_TIME = new PlannedAnew();

    private PlannedAnew() {}

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
