/** How a command asks the platform: options, JSON in and out, one request, its answer shown. */
@NullMarked
package ecpay.app.command.api;

import org.jspecify.annotations.NullMarked;
