// <div data-scim-bien="villa-mpila"><a href="…">Réserver</a></div> <script src="…/carte.js" async></script>
// Puts the card of each named property where its name stands. What is there already stays until the
// card has come, and for good where it cannot come.
;(function (script) {
  var origin = new URL(script.src).origin
  document.querySelectorAll('[data-scim-bien]').forEach(function (place) {
    var slug = encodeURIComponent(place.dataset.scimBien)
    var lang = encodeURIComponent(place.dataset.scimLangue || '')
    fetch(origin + '/carte/' + slug + '?partie=1&lang=' + lang)
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status)
        return answer.text()
      })
      .then(function (html) {
        // Apart from the page's own styles, and it from them.
        place.attachShadow({ mode: 'open' }).innerHTML = html
      })
      .catch(function () {})
  })
})(document.currentScript)
