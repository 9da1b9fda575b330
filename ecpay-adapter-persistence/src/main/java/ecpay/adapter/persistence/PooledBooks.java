package ecpay.adapter.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database with its pools of connections, on which no wait is without end. Bookkeeping reads
 * long; it has a small pool of its own, so that nobody else waits for it.
 */
final class PooledBooks implements PersistenceModule.Books {
  private static final Logger LOG = LoggerFactory.getLogger(PooledBooks.class);
  private static final int CHECK_SECONDS = 2;
  private static final int MOST_LEDGERS = 2;

  /**
   * The socket waits longer than any statement may take, so that it ends only what is dead. The
   * server's details stay out of exceptions, because they quote rows.
   */
  private static final Map<String, String> DRIVER =
      Map.of(
          "ApplicationName", "ecpay",
          "connectTimeout", "10",
          "socketTimeout", "60",
          "tcpKeepAlive", "true",
          "logServerErrorDetail", "false");

  private static final String LIMITS =
      "SET lock_timeout = '10s'; SET statement_timeout = '30s';"
          + " SET idle_in_transaction_session_timeout = '60s'";

  private final PersistenceModule.Database database;
  private final HikariDataSource pool;
  private final HikariDataSource ledgers;

  PooledBooks(PersistenceModule.Database database) {
    this.database = database;
    HikariConfig config = config(database, "books", database.poolSize());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    this.pool = new HikariDataSource(config);
    HikariConfig reading = config(database, "ledgers", MOST_LEDGERS);
    reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    reading.setReadOnly(true);
    reading.setMinimumIdle(0);
    this.ledgers = new HikariDataSource(reading);
  }

  private static HikariConfig config(PersistenceModule.Database database, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(size);
    config.setConnectionInitSql(LIMITS);
    config.setConnectionTimeout(5_000);
    // A database that is down is told by migrate() and isReachable(), not by building the objects.
    config.setInitializationFailTimeout(-1);
    DRIVER.forEach(config::addDataSourceProperty);
    return config;
  }

  HikariDataSource pool() {
    return pool;
  }

  /** Connections that see the books as they were when their transaction began. */
  HikariDataSource ledgers() {
    return ledgers;
  }

  @Override
  public void migrate() {
    // Not on the pool: a migration may take longer than a statement of the books.
    Flyway flyway =
        Flyway.configure()
            .dataSource(database.url(), database.user(), database.password())
            .locations("classpath:db/migration")
            .connectRetries(3)
            .load();
    try {
      flyway.migrate();
    } catch (FlywayException failed) {
      throw failed.getCause() instanceof SQLException refused && isNoConnection(refused)
          ? new IllegalStateException(
              "no connection to the database (database.url, database.user, database.password): "
                  + refused.getMessage(),
              failed)
          : failed;
    }
  }

  /** Not there, wrong name or password, or no such database: classes of SQLSTATE. */
  private static boolean isNoConnection(SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
  }

  @Override
  public boolean isReachable() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(CHECK_SECONDS);
    } catch (SQLException down) {
      LOG.warn("the database is not reachable: {}", down.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
    ledgers.close();
  }
}
