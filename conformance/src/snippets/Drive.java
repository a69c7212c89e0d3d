import java.nio.file.Files;
import java.nio.file.Path;

final class Drive {

    public static void main(String[] arguments) throws Exception {
        for (var line : Files.readAllLines(Path.of(arguments[0]))) {
            var part = line.split("\t", -1);
            var body = part[0].getBytes("UTF-8");
            System.out.println(
                    part[2].isEmpty()
                            ? WebhookSignature.flagsmith(body, part[4], part[1])
                            : WebhookSignature.standard(body, part[2], part[3], part[4], part[1]));
        }
    }
}
