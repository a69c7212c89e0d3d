package dev.flagledger.standalone;

import java.net.URI;
import java.util.List;

/** A project to try things out on. Planted once the node is ready, when {@code --demo} asks for it. */
public interface DemoProject {

    /**
     * Creates the project if this server does not have it yet.
     *
     * @param server where the node listens, without a path
     * @return lines to print: the login, the environment key, a request to try
     */
    List<String> plant(URI server);
}
