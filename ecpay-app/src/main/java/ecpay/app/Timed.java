package ecpay.app;

import ecpay.domain.answer.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Measures every call to ECPay by its operation and the kind of its answer. */
final class Timed {
  private Timed() {}

  /** A gateway that does the same and is measured. */
  static <G> G gateway(Class<G> port, G gateway, MeterRegistry meters) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> measured(gateway, method, arguments, meters)));
  }

  private static Object measured(
      Object gateway, Method method, Object[] arguments, MeterRegistry meters) throws Throwable {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "Failed";
    try {
      Object result = method.invoke(gateway, arguments);
      if (result instanceof Answer<?> answer) {
        outcome = answer.getClass().getSimpleName();
      }
      return result;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    } finally {
      sample.stop(meters.timer("ecpay.calls", "operation", method.getName(), "outcome", outcome));
    }
  }
}
