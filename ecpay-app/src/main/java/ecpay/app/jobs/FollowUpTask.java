package ecpay.app.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
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
        .onFailure((done, row) -> end(job(kind, done.getExecution()), crashed(done), done, row))
        .onDeadExecutionRevive()
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
    return (done, row) -> {
      try {
        end(job, progress, done, row);
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

  private static Job job(Job.Kind kind, Execution execution) {
    return new Job(kind, execution.getId());
  }

  private void end(
      Job job, Progress progress, ExecutionComplete done, ExecutionOperations<String> row) {
    transactions.run(() -> {
      Optional<Instant> wish = schedule.takeWish(job);
      switch (progress) {
        case Progress.Done() -> wish.ifPresentOrElse(at -> row.reschedule(done, at), row::remove);
        case Progress.WaitUntil(Instant at) -> row.reschedule(done, earlier(at, wish));
        case Progress.TryAgain(String reason) -> tryAgain(job, reason, done, row, wish);
      }
    });
  }

  private void tryAgain(
      Job job,
      String reason,
      ExecutionComplete done,
      ExecutionOperations<String> row,
      Optional<Instant> wish) {
    Instant now = Instant.now(clock);
    int attempts = done.getExecution().consecutiveFailures + 1;
    LOG.warn("{} did not work out, attempt {}: {}", job, attempts, reason);
    if (attempts == BackOff.PATIENT_ATTEMPTS) {
      givenUp.tell(job, reason, now);
    }
    row.reschedule(
        ExecutionComplete.failure(
            done.getExecution(),
            done.getTimeDone(),
            done.getTimeDone(),
            new IllegalStateException(reason)),
        earlier(now.plus(BackOff.after(attempts)), wish));
  }

  private static Instant earlier(Instant one, Optional<Instant> other) {
    return other.filter(wish -> wish.isBefore(one)).orElse(one);
  }
}
