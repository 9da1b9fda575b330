package ecpay.acceptance.target;

import ecpay.adapter.persistence.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all acceptance tests of a run; each target gets an empty database in it. */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  private static final class Holder {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.temporary();

    static {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(DATABASE::close));
    }
  }

  /** Settings of a new, empty database. */
  public static Map<String, String> settings() {
    EmbeddedDatabase database = Holder.DATABASE;
    String name = "story_" + NUMBER.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      // A name cannot be bound; this one is made of our own letters and a number.
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException refused) {
      throw new IllegalStateException("no database for the stories", refused);
    }
    return Map.of(
        "database.url", database.jdbcUrl().replaceFirst("/[^/?]+($|\\?)", "/" + name + "$1"),
        "database.user", database.user(),
        "database.password", database.password());
  }
}
