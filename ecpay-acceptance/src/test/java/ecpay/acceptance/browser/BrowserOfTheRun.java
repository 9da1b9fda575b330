package ecpay.acceptance.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one browser of their run, which is closed after the last of them. */
final class BrowserOfTheRun implements ParameterResolver {
  private static final Namespace HERE = Namespace.create(BrowserOfTheRun.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  @Override
  public Chromium resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(HERE)
        .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
  }
}
