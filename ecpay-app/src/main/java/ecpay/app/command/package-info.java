/** The command line: each command a class, each error one line. */
@NullMarked
package ecpay.app.command;

import org.jspecify.annotations.NullMarked;
