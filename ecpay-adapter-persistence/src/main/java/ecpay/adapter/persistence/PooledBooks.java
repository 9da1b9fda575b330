package ecpay.adapter.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database with its pool of connections, on which no wait is without end. */
final class PooledBooks implements PersistenceModule.Books {
  private static final Logger LOG = LoggerFactory.getLogger(PooledBooks.class);
  private static final int CHECK_SECONDS = 2;

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

  PooledBooks(PersistenceModule.Database database) {
    this.database = database;
    HikariConfig config = new HikariConfig();
    config.setPoolName("books");
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(database.poolSize());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql(LIMITS);
    config.setConnectionTimeout(5_000);
    // A database that is down is told by migrate() and isReachable(), not by building the objects.
    config.setInitializationFailTimeout(-1);
    DRIVER.forEach(config::addDataSourceProperty);
    this.pool = new HikariDataSource(config);
  }

  HikariDataSource pool() {
    return pool;
  }

  @Override
  public void migrate() {
    // Not on the pool: a migration may take longer than a statement of the books.
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration")
        .connectRetries(3)
        .load()
        .migrate();
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
  }
}
