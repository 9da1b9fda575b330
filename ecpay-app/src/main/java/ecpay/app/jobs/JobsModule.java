package ecpay.app.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import ecpay.adapter.persistence.PersistenceModule;
import ecpay.app.settings.Settings;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.payment.Payments;
import ecpay.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Binds the schedule of follow-ups and the scheduler that executes them. */
public final class JobsModule extends AbstractModule {
  /** With {@link #MISSED_HEARTBEATS}: the work of a killed node is taken over after 40 seconds. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration STOP_TIME = Duration.ofSeconds(30);

  @Provides
  @Singleton
  static Schedule schedule(@Named(PersistenceModule.JOBS) DataSource jobs) {
    return new Schedule(jobs);
  }

  @Provides
  static FollowUps followUps(Schedule schedule) {
    return schedule;
  }

  @Provides
  @Singleton
  static FollowUpTask task(
      FollowUpHandler handler,
      Schedule schedule,
      Transactions transactions,
      EventLog events,
      Payments payments,
      Invoices invoices,
      Allowances allowances,
      MeterRegistry meters,
      Clock clock) {
    return new FollowUpTask(
        handler,
        schedule,
        transactions,
        new GivenUp(events, payments, invoices, allowances),
        meters,
        clock);
  }

  @Provides
  @Singleton
  static Scheduler scheduler(
      @Named(PersistenceModule.JOBS) DataSource jobs,
      FollowUpTask task,
      Settings settings,
      Clock clock) {
    List<Task<?>> tasks = Stream.of(Job.Kind.values()).<Task<?>>map(task::of).toList();
    return Scheduler.create(jobs, tasks)
        .serializer(new WishSerializer())
        .threads(settings.jobs().workers())
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        // Never more rows than workers, so that the threads, which cost nothing, stay bounded.
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(settings.jobs().polling())
        .enableImmediateExecution()
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(STOP_TIME)
        .alwaysPersistTimestampInUTC()
        .clock(() -> Instant.now(clock))
        .build();
  }
}
