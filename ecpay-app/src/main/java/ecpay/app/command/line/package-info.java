/** What all commands share: the streams of a process, exit codes, an error in one line. */
@NullMarked
package ecpay.app.command.line;

import org.jspecify.annotations.NullMarked;
