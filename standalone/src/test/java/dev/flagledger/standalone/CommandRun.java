package dev.flagledger.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command of the command line printed, and its exit code.
 *
 * @param text standard output and errors
 */
record CommandRun(int exitCode, String text) {

    /** Runs a command in this process. */
    static CommandRun of(String... arguments) {
        var text = new StringWriter();
        var out = new PrintWriter(text, true);
        int exitCode = Flagledger.commandLine().setOut(out).setErr(out).execute(arguments);
        return new CommandRun(exitCode, text.toString());
    }
}
