/** Reads the books for whoever shows them, and has the words to show them in. */
@NullMarked
package ecpay.app.reading;

import org.jspecify.annotations.NullMarked;
