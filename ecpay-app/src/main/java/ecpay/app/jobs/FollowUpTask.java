package ecpay.app.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecpay.app.logs.LogContext;
import ecpay.domain.followup.Progress;
import ecpay.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs follow-ups of one kind and turns their progress into the row's next time. An unexpected
 * exception counts as "try again".
 */
final class FollowUpTask {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUpTask.class);

  /** Counted like any failure, because a job may be what kills its nodes. */
  private static final Progress KILLED = new Progress.TryAgain("its node was killed");

  private final FollowUpHandler handler;
  private final Schedule schedule;
  private final Transactions transactions;
  private final GivenUp givenUp;
  private final MeterRegistry meters;
  private final Clock clock;

  FollowUpTask(
      FollowUpHandler handler,
      Schedule schedule,
      Transactions transactions,
      GivenUp givenUp,
      MeterRegistry meters,
      Clock clock) {
    this.handler = handler;
    this.schedule = schedule;
    this.transactions = transactions;
    this.givenUp = givenUp;
    this.meters = meters;
    this.clock = clock;
  }

  /** The task of db-scheduler for one kind; its data is a wish (see {@link Schedule}). */
  Task<String> of(Job.Kind kind) {
    return Tasks.custom(kind.task(), String.class)
        .onFailure((done, _) -> end(kind, crashed(done), done.getExecution()))
        .onDeadExecution((dead, _) -> end(kind, KILLED, dead.getExecution()))
        .execute((instance, _) -> run(kind, instance));
  }

  private CompletionHandler<String> run(Job.Kind kind, TaskInstance<String> instance) {
    Job job = new Job(kind, instance.getId());
    MDC.put(LogContext.CORRELATION_ID, job.toString());
    MDC.put(LogContext.MERCHANT, job.followUp().merchant().value());
    Timer.Sample sample = Timer.start(meters);
    Progress progress = proceed(job);
    sample.stop(
        meters.timer(
            "ecpay.jobs", "kind", kind.task(), "progress", progress.getClass().getSimpleName()));
    return (done, _) -> {
      try {
        end(kind, progress, done.getExecution());
      } finally {
        MDC.clear();
      }
    };
  }

  private Progress proceed(Job job) {
    try {
      return handler.proceed(job.followUp());
    } catch (RuntimeException failure) {
      LOG.error("{} failed", job, failure);
      return new Progress.TryAgain(failure.getClass().getSimpleName());
    }
  }

  private static Progress crashed(ExecutionComplete done) {
    return new Progress.TryAgain(
        done.getCause().map(cause -> cause.getClass().getSimpleName()).orElse("failed"));
  }

  private void end(Job.Kind kind, Progress progress, Execution execution) {
    Job job = new Job(kind, execution.getId());
    if (!transactions.inTransaction(() -> end(job, progress, execution))) {
      LOG.warn("{} was taken over by another node meanwhile", job);
    }
  }

  private boolean end(Job job, Progress progress, Execution execution) {
    long version = execution.version;
    Optional<Instant> wish = schedule.wish(job);
    return switch (progress) {
      case Progress.Done() when wish.isEmpty() -> schedule.remove(job, version);
      case Progress.Done() -> schedule.putOff(job, version, wish.get(), 0);
      case Progress.WaitUntil(Instant at) -> schedule.putOff(job, version, earlier(at, wish), 0);
      case Progress.TryAgain(String reason) -> {
        Instant now = Instant.now(clock);
        int attempts = execution.consecutiveFailures + 1;
        // The reason may quote ECPay, and so the buyer: it is in the timeline, not in the log.
        LOG.warn("{} did not work out, attempt {}; its order's timeline says why", job, attempts);
        Instant next = now.plus(BackOff.after(attempts));
        boolean isOurs = schedule.putOff(job, version, earlier(next, wish), attempts);
        if (isOurs && attempts == BackOff.PATIENT_ATTEMPTS) {
          givenUp.tell(job, reason, now);
        }
        yield isOurs;
      }
    };
  }

  private static Instant earlier(Instant one, Optional<Instant> other) {
    return other.filter(wish -> wish.isBefore(one)).orElse(one);
  }
}
