/** The command line: each command of the platform a class, as thin as what it asks the API. */
@NullMarked
package ecpay.app.command;

import org.jspecify.annotations.NullMarked;
