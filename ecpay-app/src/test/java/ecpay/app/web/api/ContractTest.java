package ecpay.app.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import ecpay.app.Shop;
import ecpay.app.settings.Settings;
import ecpay.app.web.Routes;
import ecpay.app.web.WebServer;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The routes of the API are those of the contract, no fewer and no more. */
class ContractTest {
  private static final Pattern PATH = Pattern.compile("  (/api/\\S+):");
  private static final Pattern METHOD = Pattern.compile("    (get|post|put|patch|delete):");

  private static final Pattern QUERY = Pattern.compile("name: (\\w+),?\\s+in: query");

  private final Set<String> served = new TreeSet<>();

  private final class Listening extends AbstractModule {
    @Provides
    @Singleton
    WebServer server(Settings settings, Set<Routes> routes, MeterRegistry meters) {
      routes.forEach(feature -> feature.addTo(recorder()));
      return new WebServer(settings, routes, meters);
    }
  }

  private JavalinDefaultRoutingApi recorder() {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          if (arguments.length > 0
              && arguments[0] instanceof Endpoint endpoint
              && endpoint.path.startsWith("/api/")
              && !endpoint.method.equals(HandlerType.BEFORE)) {
            served.add(endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path);
          }
          return proxy;
        };
    return (JavalinDefaultRoutingApi)
        Proxy.newProxyInstance(
            ContractTest.class.getClassLoader(),
            new Class<?>[] {JavalinDefaultRoutingApi.class},
            handler);
  }

  private static Set<String> promised(String contract) {
    Set<String> promised = new TreeSet<>();
    String path = "";
    for (String line : contract.lines().toList()) {
      var aPath = PATH.matcher(line);
      var aMethod = METHOD.matcher(line);
      if (aPath.matches()) {
        path = aPath.group(1);
      } else if (aMethod.matches()) {
        promised.add(aMethod.group(1) + " " + path);
      }
    }
    return promised;
  }

  @Test
  void theQueryParametersThatAreKnownAreThoseOfTheContract() {
    try (Shop shop = Shop.open(Map.of(), Clock.systemUTC(), new Listening())) {
      Set<String> promised =
          QUERY
              .matcher(shop.send(shop.anonymous("/api/v1/openapi.yaml")).body())
              .results()
              .map(parameter -> parameter.group(1))
              .collect(Collectors.toSet());
      assertThat(ApiQuery.KNOWN).isEqualTo(promised);
    }
  }

  @Test
  void theContractIsServedAndKept() {
    try (Shop shop = Shop.open(Map.of(), Clock.systemUTC(), new Listening())) {
      var answer = shop.send(shop.anonymous("/api/v1/openapi.yaml"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().getBytes(UTF_8)).hasSizeGreaterThan(10_000);
      Set<String> promised = promised(answer.body());
      assertThat(promised).hasSizeGreaterThan(30).isEqualTo(served);
    }
  }
}
