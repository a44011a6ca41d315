/** Id of the search box, for whoever gives it the keyboard. */
export const SEARCH_BOX = 'search-box';
