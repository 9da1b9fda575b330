package ecpay.app.command.line;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Makes commands and their options; what reads or writes asks for the {@link Pipe} to do so. */
record WithPipe(Pipe pipe) implements CommandLine.IFactory {
  private static final List<Class<?>> ASKED = List.of(Pipe.class);

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getConstructors()) {
      if (Arrays.asList(constructor.getParameterTypes()).equals(ASKED)) {
        return type.cast(constructor.newInstance(pipe));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
