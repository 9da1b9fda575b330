package ecpay.app.web.api;

import ecpay.app.web.Routes;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The contract of the API, for everybody. */
public final class ContractRoutes implements Routes {
  static final String PATH = "/api/v1/openapi.yaml";

  private final byte[] contract = load();

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(PATH, ctx -> ctx.contentType("application/yaml").result(contract));
  }

  private static byte[] load() {
    try (InputStream file =
        Objects.requireNonNull(ContractRoutes.class.getResourceAsStream("/openapi.yaml"))) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
