// Package furniture finds the lines that a publisher's pages repeat.
//
// In: the normalised articles, copies of a story left out. Out: each article
// without the paragraphs that stand in many others of its publisher, which join
// Article.Removed as boilerplate.
//
// A line such as "You can now listen to our articles" reads like text and is
// told from it only by its return. A paragraph of at most 60 words counts as
// furniture when at least five articles of the publisher, and at least a tenth
// of them, hold it. The publisher is the one named, else the host of the
// address, else the folder or file that the article came in. Of each publisher
// the first 200 articles in the order of ids, which are hashes, are looked at:
// a sample that does not depend on the order of the inputs and bounds memory by
// the number of publishers.
//
// # Known failures
//
// In a folder of many publishers that are not told apart, a line of one is
// rarely a tenth. A greeting that opens every speech of one speaker is lost
// where most of a publisher's articles are such speeches.
package furniture
