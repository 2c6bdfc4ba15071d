/// A web server with nothing behind it, for comparison with Nexus's API. Entry: [routes.EmptyRoutes].
package routes;
