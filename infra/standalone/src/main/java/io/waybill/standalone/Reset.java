package io.waybill.standalone;

import io.waybill.servers.Trees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes all data of the local run. */
@Command(
        name = "reset",
        description = "Ends Waybill and deletes all its data, after asking.",
        mixinStandardHelpOptions = true)
final class Reset implements Callable<Integer> {
    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    private final PrintWriter out;

    Reset(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        if (!home.exists()) {
            out.println("There is nothing to delete.");
            return 0;
        }
        if (!yes && !confirmed(home)) {
            out.println("Nothing was deleted.");
            return 1;
        }
        Down.end(home, out);
        Trees.delete(home.folder());
        out.println(home.folder() + " is deleted.");
        return 0;
    }

    private boolean confirmed(Home home) throws IOException {
        out.print("Delete " + home.folder() + " with every order, product and stock level in it? [y/N] ");
        out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
