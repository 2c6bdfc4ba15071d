package nexus.app;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// A real Chromium without a window. Where there is none, the test is left out; `.ci/run` has it be there.
public final class Browser implements AutoCloseable {

    private static final boolean REQUIRED = "required".equals(System.getenv("NEXUS_TEST_TOOLS"));
    private static final File PROGRAM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    /// Held, since the JDK forgets levels of loggers that nobody holds.
    private static final Logger TALK = Logger.getLogger("org.openqa.selenium");

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /// Starts one of the size of a laptop's screen.
    public static Browser start() throws IOException {
        assumeTrue(
                REQUIRED || PROGRAM.canExecute() && DRIVER.canExecute(),
                "Chromium is not installed: apt-get install chromium chromium-driver");
        TALK.setLevel(Level.SEVERE);
        var profile = Files.createTempDirectory("nexus-browser");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        var options = new ChromeOptions()
                .setBinary(PROGRAM)
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--force-device-scale-factor=1",
                        "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .withSilent(true)
                .build();
        var browser = new Browser(profile, new ChromeDriver(service, options));
        browser.size(1440, 900);
        return browser;
    }

    /// For tools that want to look themselves.
    public WebDriver driver() {
        return driver;
    }

    public void open(String url) {
        driver.get(url);
    }

    /// Goes to a view of the page that is open.
    public void view(String hash) {
        js("location.hash = arguments[0]", hash);
    }

    /// In CSS pixels.
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// What the reader's system wishes.
    public void wish(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /// Counts the processor's time from now on, as [#workSeconds()] tells it.
    public void countWork() {
        driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
    }

    /// What the page's main thread took of the processor; how much else the machine does is no matter.
    public double workSeconds() {
        var metrics = (List<?>)
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return metrics.stream()
                .map(metric -> (Map<?, ?>) metric)
                .filter(metric -> "TaskDuration".equals(metric.get("name")))
                .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue())
                .sum();
    }

    public Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /// Shown or not; empty where there is no such element.
    public String text(String css) {
        return (String) js("return document.querySelector(arguments[0])?.textContent ?? ''", css);
    }

    /// Waits for an element to hold a text.
    public void awaitText(String css, String part) {
        Eventually.seen(css + " says " + part, () -> text(css), text -> text.contains(part));
    }

    public WebElement await(String css) {
        return Eventually.seen(css, () -> driver.findElements(By.cssSelector(css)), found -> !found.isEmpty())
                .getFirst();
    }

    public void click(String css) {
        await(css).click();
    }

    /// As typed on the keyboard, wherever the focus is.
    public void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /// Holds that the page had no error and was refused nothing, since it was last asked; but a Nexus without a
    /// history refuses that one question.
    public void heldWell() {
        var complaints = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("/history?range="))
                .toList();
        assertTrue(complaints.isEmpty(), complaints::toString);
    }

    /// What is said of failed requests while a server is away is no fault of the page.
    public void forgetComplaints() {
        driver.manage().logs().get(LogType.BROWSER);
    }

    /// A picture of what is seen, as PNG.
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /// Its last processes may still be tidying up: what they are about is left to the system's temporary folder.
    @Override
    public void close() {
        driver.quit();
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            TALK.log(Level.FINE, "left " + profile, e);
        }
    }
}
