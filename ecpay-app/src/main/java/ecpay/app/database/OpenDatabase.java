package ecpay.app.database;

import ecpay.adapter.persistence.PersistenceModule;
import ecpay.adapter.persistence.embedded.EmbeddedDatabase;
import ecpay.app.settings.Settings;

/**
 * A database that can be connected to, until it is closed.
 *
 * @param closing stops what was started for it
 */
public record OpenDatabase(PersistenceModule.Database place, Runnable closing)
    implements AutoCloseable {
  /**
   * Starts the embedded one, where the settings want it; another one runs already.
   *
   * @throws EmbeddedDatabase.UnavailableException if it is in use by another run
   */
  public static OpenDatabase open(Settings.Database where) {
    return switch (where) {
      case Settings.External external ->
          new OpenDatabase(
              new PersistenceModule.Database(
                  external.url(), external.user(), external.password(), external.connections()),
              () -> {});
      case Settings.Embedded embedded -> {
        EmbeddedDatabase database = EmbeddedDatabase.start(embedded.folder());
        yield new OpenDatabase(
            new PersistenceModule.Database(
                database.jdbcUrl(), database.user(), database.password(), embedded.connections()),
            database::close);
      }
    };
  }

  @Override
  public void close() {
    closing.run();
  }
}
