package ecpay.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets several threads do the same thing at the same moment. */
public final class Race {
  private Race() {}

  /**
   * What each of the threads got, in no particular order.
   *
   * @throws Exception what the first failing runner threw, or a time-out after a minute
   */
  public static <T> List<T> of(int runners, Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        running.add(
            threads.submit(() -> {
              start.await(60, TimeUnit.SECONDS);
              return work.call();
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    }
  }
}
