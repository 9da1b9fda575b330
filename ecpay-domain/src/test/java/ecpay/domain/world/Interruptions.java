package ecpay.domain.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Kills the program before or after one call of a port, as a power failure would. */
public final class Interruptions {
  private static final int NEVER = -1;
  private int calls;
  private int at = NEVER;
  private boolean before;
  private String place = "";
  private Runnable meanwhile = () -> {};

  /** The program ends here. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed(String call) {
      super(call);
    }
  }

  /** Kills around the port call with that number, from 0, counted from now on. */
  public void killAt(int call, boolean beforeIt) {
    calls = 0;
    at = call;
    before = beforeIt;
  }

  /** Lets somebody else act just before the next call of that port, such as {@code Orders.lock}. */
  public void before(String call, Runnable somebodyElse) {
    place = call;
    meanwhile = somebodyElse;
  }

  public void killNoMore() {
    at = NEVER;
  }

  /** The same port, counted and perhaps interrupted. */
  public <T> T around(Class<T> port, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              int number = calls++;
              String call = port.getSimpleName() + "." + method.getName();
              String name = call + " #" + number;
              if (call.equals(place)) {
                place = "";
                meanwhile.run();
              }
              if (number == at && before) {
                throw new Killed("before " + name);
              }
              Object result;
              try {
                result = method.invoke(target, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause() == null ? thrown : thrown.getCause();
              }
              if (number == at) {
                throw new Killed("after " + name);
              }
              return result;
            });
    return port.cast(proxy);
  }
}
