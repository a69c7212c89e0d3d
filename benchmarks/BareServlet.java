import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.apache.catalina.startup.Tomcat;

/** The yardstick: the same Tomcat, with virtual threads too, and a servlet that sends the bytes of a file, whatever is asked. */
final class BareServlet extends HttpServlet {

    private final transient byte[] body;

    private BareServlet(byte[] body) {
        this.body = body;
    }

    /** Takes the file, and prints the port once it listens. */
    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[0]);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(file.resolveSibling("bare").toString());
        tomcat.setPort(0);
        tomcat.getConnector().getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new BareServlet(Files.readAllBytes(file)));
        context.addServletMappingDecoded("/*", "bare");
        tomcat.start();
        System.out.println("listening on " + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
