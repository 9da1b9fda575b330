/** What an operator at the machine can do without an API key. */
@NullMarked
package ecpay.app.recovery;

import org.jspecify.annotations.NullMarked;
