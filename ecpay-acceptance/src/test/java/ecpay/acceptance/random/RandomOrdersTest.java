package ecpay.acceptance.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import ecpay.acceptance.actor.EcpaySide;
import ecpay.acceptance.actor.Web;
import ecpay.adapter.http.HttpModule;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.sandbox.Sandbox;
import ecpay.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random orders are invoiced, whole or in parts, and taken back piece by piece until nothing is
 * left. No amount may be off by a dollar, and the sandbox, which knows nothing of our calculator,
 * must take every document (R-INV-03, R-INV-04, R-INV-34, R-ALW-03 to R-ALW-07). Now and then an
 * answer, or a request, is lost on its way (R-PAY-13).
 *
 * <p>{@code -Decpay.random.orders} and {@code -Decpay.random.seed} choose how many and which.
 */
class RandomOrdersTest {
  private static final int ORDERS = Integer.getInteger("ecpay.random.orders", 10_000);
  private static final long SEED = Long.getLong("ecpay.random.seed", 20_261_121L);
  private static final int AT_ONCE = 4;

  /** So many orders from one loss of each kind to the next. */
  private static final int BETWEEN_LOSSES = 1_000;

  @Test
  void noAmountIsOffByADollarAndNoDocumentIsRefused() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPort(0));
        Web web = new Web("sandbox", Optional.empty(), _ -> {});
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      EcpaySide side = new EcpaySide(URI.create(sandbox.url()), web);
      Injector ecpay =
          Guice.createInjector(
              new HttpModule(EcpaySettings.sandbox(URI.create(sandbox.url()))),
              binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()));
      long[] seeds = new SplittableRandom(SEED).longs(ORDERS).toArray();
      Stream<Future<RandomLife.Tally>> running =
          IntStream.range(0, AT_ONCE)
              .mapToObj(worker ->
                  workers.submit(() ->
                      IntStream.range(0, ORDERS)
                          .filter(number -> number % AT_ONCE == worker)
                          .mapToObj(number -> live(ecpay, side, number, seeds[number]))
                          .reduce(RandomLife.Tally.NONE, RandomLife.Tally::plus)))
              .toList()
              .stream();
      RandomLife.Tally tally = RandomLife.Tally.NONE;
      for (Future<RandomLife.Tally> worker : running.toList()) {
        tally = tally.plus(worker.get());
      }
      System.out.println("seed " + SEED + ": " + tally);
      assertThat(tally.orders()).isEqualTo(ORDERS);
      assertThat(tally.returnedTwd()).isEqualTo(tally.invoicedTwd());
      assertThat(tally.invoices()).isGreaterThan(ORDERS);
      assertThat(tally.allowances()).isGreaterThan(ORDERS);
      assertThat(tally.settled()).isGreaterThanOrEqualTo(4L * (ORDERS / BETWEEN_LOSSES));
    }
  }

  private static RandomLife.Tally live(Injector ecpay, EcpaySide side, int number, long seed) {
    if (number % BETWEEN_LOSSES == 0) {
      for (String operation : List.of("Issue", "Allowance", "AllowanceInvalid")) {
        side.plan(operation, "LOST_ANSWER");
        side.plan(operation, "LOST_REQUEST");
      }
    }
    try {
      return new RandomLife(
              new Counter(
                  ecpay.getInstance(InvoiceGateway.class),
                  ecpay.getInstance(AllowanceGateway.class)),
              new SplittableRandom(seed),
              number)
          .live();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "-Decpay.random.seed=" + SEED + " order " + number + ": " + broken.getMessage(), broken);
    }
  }
}
