/// What people see in a browser. [PageFiles] holds the page at `/`: plain files of this package's resources, which ask
/// the API for all that they show. [StatusPage] and [Badge] are made here, for those who may only look.
package nexus.app.page;
