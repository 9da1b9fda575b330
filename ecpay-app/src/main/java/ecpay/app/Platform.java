package ecpay.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.name.Names;
import com.google.inject.util.Modules;
import com.zaxxer.hikari.HikariDataSource;
import ecpay.adapter.persistence.PersistenceModule;
import ecpay.adapter.persistence.clock.DatabaseClock;
import ecpay.app.access.ApiKeyFile;
import ecpay.app.access.OperatorKeys;
import ecpay.app.clock.ClockWatch;
import ecpay.app.clock.SharedClock;
import ecpay.app.database.OpenDatabase;
import ecpay.app.jobs.JobsModule;
import ecpay.app.settings.Settings;
import ecpay.app.web.WebServer;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.invoice.usecase.WatchPeriod;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: database, jobs and HTTP server, started in this order and stopped in the
 * other.
 */
public final class Platform implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

  private final Settings settings;
  private final Deque<Part> parts = new ArrayDeque<>();
  private int port;
  private Map<MerchantId, String> newApiKeys = Map.of();

  private Platform(Settings settings) {
    this.settings = settings;
  }

  /** {@link #start(Settings, Clock)} by the time that all nodes of the database share. */
  public static Platform start(Settings settings) {
    return start(settings, new SharedClock(Clock.systemUTC()));
  }

  /**
   * Starts everything and returns when requests are served.
   *
   * @param clock the time of the books; microseconds count, which is what the database keeps. A
   *     {@link SharedClock} is set by the database's before anything is done, and kept so; any
   *     other is taken as it is
   * @throws RuntimeException with a message for the operator if any part does not start; what had
   *     been started is stopped again
   */
  public static Platform start(Settings settings, Clock clock) {
    return start(settings, clock, Modules.EMPTY_MODULE);
  }

  /** {@link #start(Settings, Clock)} with other bindings in place of ours. */
  static Platform start(Settings settings, Clock clock, Module overrides) {
    Platform platform = new Platform(settings);
    try {
      platform.startParts(clock, overrides);
      return platform;
    } catch (RuntimeException | Error failed) {
      platform.close();
      throw failed;
    }
  }

  private void startParts(Clock time, Module overrides) {
    Clock clock = Clock.tick(time, Duration.ofNanos(1_000));
    OpenDatabase database = OpenDatabase.open(settings.database());
    stopLater("database", database);
    Injector injector =
        Guice.createInjector(
            Modules.override(
                    new AppModule(settings, clock),
                    new AdaptersModule(settings, database.place()),
                    new JobsModule(),
                    new PeriodicModule(),
                    new CardModule(),
                    new ReconciliationModule(),
                    new RefundModule(),
                    new ApiModule(),
                    new WebModule())
                .with(overrides));
    PersistenceModule.Books books = injector.getInstance(PersistenceModule.Books.class);
    stopLater("pool of connections", books);
    measurePool(injector);
    books.migrate();
    if (time instanceof SharedClock shared) {
      stopLater("clock", watched(shared, injector));
    }
    sealCardsAnew(injector.getInstance(PersistenceModule.CardKeys.class));
    beginWatches(injector, Instant.now(clock));
    Scheduler scheduler = injector.getInstance(Scheduler.class);
    scheduler.start();
    stopLater("jobs", scheduler::stop);
    WebServer web = injector.getInstance(WebServer.class);
    stopLater("HTTP server", web);
    web.start();
    port = web.port();
    // Last, because a key that is stored and then not shown would be lost.
    newApiKeys = injector.getInstance(OperatorKeys.class).createFirst(keyFiles());
    LOG.info("serving {} for {}", url(), names());
  }

  private static ClockWatch watched(SharedClock clock, Injector injector) {
    return ClockWatch.begin(
        clock,
        injector.getInstance(DatabaseClock.class)::beside,
        injector.getInstance(MeterRegistry.class));
  }

  /** Before anybody pays; says what an operator needs to know before an old key is thrown away. */
  private static void sealCardsAnew(PersistenceModule.CardKeys keys) {
    PersistenceModule.CardKeys.Sealed sealed = keys.sealAnew();
    if (sealed.anew() > 0) {
      LOG.info("{} ids of bound cards are sealed anew, with the current cards.key", sealed.anew());
    }
    if (sealed.locked() > 0) {
      LOG.warn("{} bound cards cannot be charged: {}", sealed.locked(), CardSafe.LOCKED);
    }
  }

  /** What is to be watched for ever is scheduled once; a later start leaves its time alone. */
  private void beginWatches(Injector injector, Instant now) {
    FollowUps followUps = injector.getInstance(FollowUps.class);
    injector
        .getInstance(Transactions.class)
        .run(() -> {
          for (Settings.Shop shop : settings.shops()) {
            MerchantId merchant = shop.merchant().id();
            followUps.scheduleUnlessThere(new FollowUp.WatchTracks(merchant), now);
            followUps.scheduleUnlessThere(
                new FollowUp.WatchPeriod(merchant), WatchPeriod.nextAfter(now));
            if (settings.reconciliation().isOn()) {
              followUps.scheduleUnlessThere(new FollowUp.ReconcileDay(merchant), now);
            }
          }
        });
  }

  private String names() {
    return settings.shops().stream()
        .map(shop -> shop.merchant().id().value())
        .collect(Collectors.joining(", "));
  }

  private Map<MerchantId, ApiKeyFile> keyFiles() {
    Map<MerchantId, ApiKeyFile> files = new LinkedHashMap<>();
    settings
        .shops()
        .forEach(shop -> files.put(shop.merchant().id(), new ApiKeyFile(shop.apiKeyFile())));
    return files;
  }

  private static void measurePool(Injector injector) {
    try {
      injector
          .getInstance(Key.get(DataSource.class, Names.named(PersistenceModule.JOBS)))
          .unwrap(HikariDataSource.class)
          .setMetricRegistry(injector.getInstance(MeterRegistry.class));
    } catch (SQLException noPool) {
      throw new IllegalStateException("the pool of connections cannot be measured", noPool);
    }
  }

  private void stopLater(String name, AutoCloseable part) {
    parts.push(new Part(name, part));
  }

  /** Where requests are served on this machine. */
  public URI url() {
    String host = settings.web().bind();
    String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return URI.create("http://" + reachable + ":" + port);
  }

  /** The API keys that this start created, by whose they are. They can never be read again. */
  public Map<MerchantId, String> newApiKeys() {
    return newApiKeys;
  }

  /** The one of the only merchant, or of the first that had none. */
  public Optional<String> apiKey() {
    return newApiKeys.values().stream().findFirst();
  }

  /**
   * Takes no more requests, finishes those in flight and the jobs that run (30 seconds at most for
   * each), and closes the database. A second call does nothing.
   */
  @Override
  public void close() {
    synchronized (parts) {
      while (!parts.isEmpty()) {
        parts.pop().stop();
      }
    }
  }

  private record Part(String name, AutoCloseable closing) {
    void stop() {
      try {
        closing.close();
      } catch (Exception failed) {
        LOG.error("the {} did not stop well", name, failed);
      }
    }
  }
}
