import java.time.Duration;

/** Something that is done again and again, as fast as it goes. */
interface Rate {

    /** How often it is done in a second, measured for about this long. */
    double perSecond(Duration duration) throws Exception;
}
