package ecpay.acceptance.architecture.broken.jdkonly;

import org.slf4j.Logger;

/** Breaks "on the JDK alone". */
public record UsesALibrary(Logger logger) {}
