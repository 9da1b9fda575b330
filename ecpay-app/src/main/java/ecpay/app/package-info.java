/** The service: settings, REST API, callbacks, pages, jobs and command line. */
@NullMarked
package ecpay.app;

import org.jspecify.annotations.NullMarked;
