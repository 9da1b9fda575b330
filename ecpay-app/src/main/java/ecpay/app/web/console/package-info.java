/** Pages for the people of the shop. */
@NullMarked
package ecpay.app.web.console;

import org.jspecify.annotations.NullMarked;
