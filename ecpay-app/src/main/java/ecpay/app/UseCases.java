package ecpay.app;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import java.lang.reflect.Constructor;

/** A module of use cases, each made once, with the one constructor that it has. */
abstract class UseCases extends AbstractModule {
  final <T> void useCase(Class<T> type) {
    bind(type).toConstructor(onlyConstructor(type)).in(Singleton.class);
  }

  @SuppressWarnings("unchecked") // the constructors of a class make instances of that class
  private static <T> Constructor<T> onlyConstructor(Class<T> type) {
    Constructor<?>[] constructors = type.getConstructors();
    if (constructors.length != 1) {
      throw new IllegalStateException(type + " has not exactly one public constructor");
    }
    return (Constructor<T>) constructors[0];
  }
}
